"""Passwords that are said over the telephone: short words and figures, made by chance alone."""

import math
import secrets

# Plain things with plain sounds: none is another's beginning, and none is about anybody.
_PLAIN = """
acorn almond anchor apple apron arrow attic badge bagel balcony bamboo banana barrel basket
beacon beetle bicycle biscuit blanket bonnet bottle bramble bridge bronze bucket butter button
cabin cactus camel candle canvas carrot castle cedar cello cherry chimney cinnamon circle clover
coast cobalt cobble coconut comet compass copper coral cotton cradle crayon cricket crystal
cupboard curtain cushion custard daisy dolphin domino donkey dragon drawer drum eagle easel
echo ember emerald engine envelope falcon feather fiddle finch flannel flute forest fountain
garden garlic gazelle ginger glacier goblet granite guitar hammer hammock harbour hazel heron
hollow honey island ivory jacket jasmine jigsaw jungle juniper kettle kingdom kitten ladder
lagoon lantern lavender lemon lilac linen lizard lobster magnet mango maple marble meadow
melon mirror mitten monsoon mosaic mountain muffin mustard napkin needle nutmeg oasis ocean
olive onion orange orchard otter oyster paddle panda parcel parrot pebble pelican pencil pepper
piano picnic pigeon pillow planet plum pocket pond poppy prairie pumpkin puzzle quartz quilt
rabbit radish rainbow raisin ribbon river rocket rooster saddle saffron salmon sandal sapphire
satin saucer scarf shadow shovel silver sparrow spinach spoon squirrel starling summer sunset
swallow table tadpole tangerine teapot temple thimble thistle thunder ticket timber toast
tomato tortoise trumpet tulip tunnel turnip turtle umbrella valley vanilla velvet violet
waffle walnut whistle willow window winter wombat yoghurt zebra
"""
WORDS = tuple(_PLAIN.split())
_DIGITS = "23456789"  # neither 0 nor 1, which pass for letters
_HOW_MANY_WORDS, _HOW_MANY_DIGITS = 5, 6
BITS = _HOW_MANY_WORDS * math.log2(len(WORDS)) + _HOW_MANY_DIGITS * math.log2(len(_DIGITS))
"""How hard one is to guess: a chance in two to the power of this."""


def new_password() -> str:
    """Five words and six figures, with hyphens between."""
    words = [secrets.choice(WORDS) for _ in range(_HOW_MANY_WORDS)]
    digits = "".join(secrets.choice(_DIGITS) for _ in range(_HOW_MANY_DIGITS))
    return "-".join((*words, digits))
