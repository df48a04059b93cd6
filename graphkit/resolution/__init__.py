"""Records → resolution: which actors and events of many stories are one."""

from graphkit.resolution.resolve import resolve

__all__ = ["resolve"]
