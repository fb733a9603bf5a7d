"""Support from the first night: the package, the visits, and who decided that they become fewer."""
