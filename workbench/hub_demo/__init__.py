"""A made-up team's hub with its laptops, from nothing, in one command: `make hub-demo`.

It stands outside both the program and the hub, since neither knows the other.
"""
