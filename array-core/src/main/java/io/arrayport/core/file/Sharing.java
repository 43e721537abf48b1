package io.arrayport.core.file;

/** Who sees what is written to a mapped file. */
public enum Sharing {
    /** This process alone: a page that is written becomes a copy. */
    PRIVATE,
    /** The file, and with it every other process. */
    SHARED
}
