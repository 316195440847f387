"""A PostgreSQL of one's own in a folder: for tests, for the demonstration, and to try a backup."""

from iro_hub.private_cluster.cluster import SUPERUSER, PrivateCluster, throwaway_cluster
from iro_hub.private_cluster.programs import program

__all__ = ["SUPERUSER", "PrivateCluster", "program", "throwaway_cluster"]
