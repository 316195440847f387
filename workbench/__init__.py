"""What `tasks.py` needs to get a machine ready: standard library only, from Python 3.9 on.

`texts` and `hub_demo` alone run inside the environment that the others make.
"""
