"""The network as files other programs read: GraphML for Gephi, tables for spreadsheets."""
