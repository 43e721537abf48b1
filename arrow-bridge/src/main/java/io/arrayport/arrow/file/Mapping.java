package io.arrayport.arrow.file;

import java.lang.foreign.MemorySegment;

/** A mapped range and how to give it back, once, from any thread. */
record Mapping(MemorySegment segment, Runnable unmap) {}
