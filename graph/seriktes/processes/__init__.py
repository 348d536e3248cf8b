"""Work in processes of its own: limited ones for foreign parsers, split-off ones beside a build, readers."""
