"""Names put together from words for plants, birds, stones, weather and colours in many languages.

No real person can be meant by them, and a reader sees at once that they are invented.
"""

IRO = "Linnet Whitebeam"

GIVEN_NAMES = (
    *("Rowan", "Wren", "Hazel", "Robin", "Ivy", "Olive", "Linden", "Ash", "Willow", "Juniper"),
    *("Heather", "Sorrel", "Briar", "Fern", "Lark", "Jay", "Saffron", "Laurel", "Cedar", "Bryony"),
    *("Clover", "Aspen", "Marigold", "Tansy", "Coral", "Jasper", "Amber", "Flint", "River", "Bay"),
    *("Nilufer", "Rayhan", "Yasmin", "Zaytun", "Chandan", "Kamal", "Lale", "Sawsan", "Narges"),
    *("Firuz", "Hana", "Sora", "Mei", "Lan", "Kalina", "Jagoda", "Malina", "Iva", "Abeba", "Sidr"),
    *("Tulasi", "Neelam", "Moti", "Leilani", "Eilwen", "Celyn", "Aderyn", "Ffion"),
    *("Gwyn", "Azul", "Paloma", "Violeta", "Perla", "Kiran", "Anjeer", "Gul"),
)

FAMILY_NAMES = (
    *("Teal", "Umber", "Ochre", "Plover", "Siskin", "Curlew", "Lapwing", "Dunnock", "Avocet"),
    *("Fieldfare", "Sandpiper", "Turnstone", "Hornbeam", "Spindle", "Damson", "Bullace", "Medlar"),
    *("Quince", "Cobalt", "Vermilion", "Cerulean", "Viridian", "Russet", "Sienna", "Goldcrest"),
    *("Redstart", "Wheatear", "Dotterel", "Whimbrel", "Godwit", "Bittern", "Pochard", "Garganey"),
    *("Celadon", "Madder", "Whitethorn", "Sycamore", "Osier", "Bluetit", "Nuthatch", "Kittiwake"),
    *("Lilac", "Magenta", "Tamarisk", "Sandalwood", "Mulberry", "Pintail", "Brambling", "Alder"),
)

ADULT_GIVEN_NAMES = (
    *("Rue", "Basil", "Poppy", "Reed", "Ginger", "Holly", "Dale", "Pearl", "Heath", "Rosemary"),
    *("Myrtle", "Cliff", "Opal", "Forrest", "Dawn", "Glen", "Lotus", "Elder", "Juno", "Sky"),
    *("Sumac", "Anise", "Zephyr", "Tarn", "Senna", "Cassia", "Mistral", "Thistle", "Beryl", "Gale"),
)

ADULT_FAMILY_NAMES = (
    *("Larch", "Heron", "Finch", "Copper", "Slate", "Marsh", "Brook", "Hedges", "Thorne", "Moss"),
    *("Sparrow", "Kestrel", "Ivory", "Birch", "Beech", "Poplar", "Swift", "Partridge", "Peacock"),
    *("Silver", "Ember", "Frost", "Meadows", "Starling", "Magpie", "Rush", "Crane", "Bunting"),
)

TEAMS = ("Children we care for, north", "Children we care for, south", "Moving on", "New families")

SCHOOLS_FROM = (
    (16, ("Riverside College", "Northgate Sixth Form")),
    (11, ("Highfield Academy", "Orchard Lane School", "The Lighthouse School")),
    (5, ("Millbrook Primary", "St Bluebell's Primary", "Harbour View Primary")),
    (2, ("Acorn Nursery", "Little Hedgehogs Nursery")),
)


def school_of(age: int, which: int) -> str:
    """Where someone of that age learns; empty for the youngest."""
    for youngest, schools in SCHOOLS_FROM:
        if age >= youngest:
            return schools[which % len(schools)]
    return ""
