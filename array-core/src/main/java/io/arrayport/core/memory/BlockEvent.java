package io.arrayport.core.memory;

import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;

/** What the flight recorder is told of a block; the subclasses say what happened to it. */
abstract class BlockEvent extends Event {
    @Label("Origin")
    String origin = "";

    @Label("Address")
    @MemoryAddress
    long address;

    @Label("Bytes")
    @DataAmount
    long bytes;

    /** While the event is off this costs a load: the fields are not filled for nothing. */
    final void emit(String blockOrigin, long blockAddress, long blockBytes) {
        if (shouldCommit()) {
            origin = blockOrigin;
            address = blockAddress;
            bytes = blockBytes;
            commit();
        }
    }
}
