package io.arrayport.core.file;

/** A {@link ByteSink} that counts. */
public interface Sink extends ByteSink {
    /** Bytes written so far. */
    long position();
}
