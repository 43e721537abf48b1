package io.arrayport.core.memory;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A native block was allocated. */
@Name("io.arrayport.Allocate")
@Label("Allocate")
@Category("Arrayport")
@Description("A native block was allocated.")
@Enabled(false)
@StackTrace(true)
final class AllocateEvent extends Event {
    @Label("Origin")
    String origin = "";

    @Label("Address")
    @MemoryAddress
    long address;

    @Label("Bytes")
    @DataAmount
    long bytes;

    static void emit(String origin, long address, long bytes) {
        AllocateEvent event = new AllocateEvent();
        // shouldCommit is false at the cost of a load while the event is off: the fields are not filled for nothing.
        if (event.shouldCommit()) {
            event.origin = origin;
            event.address = address;
            event.bytes = bytes;
            event.commit();
        }
    }
}
