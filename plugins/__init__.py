"""The plugins of Lanmu 栏目: one room a folder, as ARCHITECTURE.md describes."""
