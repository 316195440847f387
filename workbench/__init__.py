"""What `tasks.py` needs to get a machine ready: standard library only, from Python 3.9 on.

`texts` alone runs inside the environment that the others make.
"""
