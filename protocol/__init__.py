"""The joint protocol for homeless 16- and 17-year-olds, one module to a section."""
