"""The network as pages people read: one self-contained HTML file each, opened without a network."""
