package io.arrayport.core.memory;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Elements copied from one device to another, on by default: it happens only when asked for, and costs most. */
@Name("io.arrayport.Transfer")
@Label("Transfer")
@Category("Arrayport")
@Description("An array was copied to another device.")
@StackTrace(true)
public final class TransferEvent extends Event {
    @Label("From")
    String from = "";

    @Label("To")
    String to = "";

    @Label("Bytes")
    @DataAmount
    long bytes;

    private TransferEvent() {}

    /** Reports {@code bytes} bytes copied. */
    public static void emit(Device from, Device to, long bytes) {
        TransferEvent event = new TransferEvent();
        if (event.shouldCommit()) {
            event.from = from.toString();
            event.to = to.toString();
            event.bytes = bytes;
            event.commit();
        }
    }
}
