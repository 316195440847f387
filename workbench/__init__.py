"""What `tasks.py` needs to get a machine ready. Standard library only, from Python 3.9 on."""
