package io.arrayport.arrow.c;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.FlatColumn;
import io.arrayport.arrow.column.Lines;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.backend.Streams;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Device;

/** Writes columns as {@code ArrowDeviceArray}s: those on a device with an event behind the work that made them. */
final class DeviceOut {
    private DeviceOut() {}

    /** As {@link ArrayOut#write(ArrowColumn, long)}, wherever the column lies. */
    static void write(ArrowColumn column, long address) {
        Raw.clear(address, Struct.DEVICE_ARRAY.size);
        Device device = column.device();
        if (device.type().isHost()) {
            ArrayOut.write(column, address);
            say(address, Device.CPU, -1);
            return;
        }
        requirePlain("arrow device export", column.field(), device);
        Streams streams = Streams.of(device).orElseThrow(() -> new ZeroCopyException(Lines.one(
                "arrow device export: column \"" + column.field().name() + "\" lies on " + device
                        + ", where no module here orders work: copy it to the CPU first")));
        try (FlatColumn flat = FlatColumn.anywhere(column)) {
            Exported export = ArrayOut.write(flat, address);
            try {
                lend(streams, flat);
                Raw.word(address + Struct.SYNC_EVENT, export.keep(streams.record()));
            } catch (RuntimeException | Error refused) {
                LiveExports.releaseNow(address, Struct.ARRAY);
                throw refused;
            }
        }
        say(address, device, device.id());
    }

    /** Nobody else gets the memory before the work is done that the consumer has queued by its release. */
    private static void lend(Streams streams, FlatColumn column) {
        column.buffers().forEach(buffer -> buffer.ifPresent(it -> streams.lend(it.storage(), Streams.UNORDERED)));
        column.children().forEach(child -> lend(streams, child));
    }

    private static void say(long address, Device device, long id) {
        Raw.word(address + Struct.DEVICE_ID, id);
        Raw.integer(address + Struct.DEVICE_TYPE, device.type().code());
    }

    /**
     * Throws unless all that must be known of a column stands in its structs: offsets, views and run ends would have to
     * be read on the device, and waited for, before anybody knew where its bytes end.
     *
     * @throws ZeroCopyException where it is of another type
     */
    static void requirePlain(String operation, ArrowField field, Device device) {
        ArrowType type = field.type();
        BufferLayout layout = TypeLayout.buffers(type);
        boolean plain = layout == BufferLayout.FIXED && !(type instanceof ArrowType.Dictionary)
                || layout == BufferLayout.VALIDITY || type instanceof ArrowType.Null;
        if (!plain) {
            throw new ZeroCopyException(Lines.one(operation + ": column \"" + field.name() + "\" on " + device
                    + ": expected values of fixed width, or structs or fixed-size lists of such, found " + type
                    + ", whose rows only the CPU can follow: copy it there first"));
        }
        field.children().forEach(child -> requirePlain(operation, child, device));
    }
}
