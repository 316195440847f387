"""Steps from one schema to the next, run by `iro_desktop.store.upgrade`."""
