"""Where the graph is kept: in memory here (``embedded``), or on any SPARQL 1.1 server (``remote``), behind one port."""

from seriktes.store.embedded import GraphStore
from seriktes.store.port import MAX_ROWS, TIMEOUT, Store
from seriktes.store.result import Result, Value, text_of, value_of

__all__ = ["MAX_ROWS", "TIMEOUT", "GraphStore", "Result", "Store", "Value", "text_of", "value_of"]
