"""A PostgreSQL of one's own: it starts, stops, survives, and is left to nobody else."""



from postgres_for_tests import HubDatabase, TestCluster


def test_that_a_test_has_a_database_of_its_own(
    hub_database: HubDatabase, postgres: TestCluster
) -> None:
    with hub_database.connect() as connection:
        connection.execute("CREATE TABLE public.only_here (number integer)")
    other = postgres.new_database()
    with other.connect() as connection:
        found = connection.execute("SELECT to_regclass('public.only_here')").fetchone()
    postgres.drop(other)
    assert found == (None,)
