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

/** A neighbour was given a lease on a storage. */
@Name("io.arrayport.Export")
@Label("Export")
@Category("Arrayport")
@Description("A neighbour was given a lease on a storage.")
@Enabled(false)
@StackTrace(true)
final class ExportEvent extends Event {
    @Label("Holder")
    String holder = "";

    @Label("Address")
    @MemoryAddress
    long address;

    @Label("Bytes")
    @DataAmount
    long bytes;

    static void emit(String holder, long address, long bytes) {
        ExportEvent event = new ExportEvent();
        // shouldCommit is false at the cost of a load while the event is off: the fields are not filled for nothing.
        if (event.shouldCommit()) {
            event.holder = holder;
            event.address = address;
            event.bytes = bytes;
            event.commit();
        }
    }
}
