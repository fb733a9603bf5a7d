"""Pages of the written information on rights, and of how young people say they were treated."""
