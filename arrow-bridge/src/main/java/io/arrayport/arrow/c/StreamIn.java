package io.arrayport.arrow.c;

import java.util.List;
import java.util.Optional;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.Lines;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.foreign.StackRoom;
import io.arrayport.core.memory.DeviceType;

/** A producer's {@code ArrowArrayStream} or {@code ArrowDeviceArrayStream}, taken. */
public final class StreamIn {
    private static final String OPERATION = "stream import";
    private static final int MAX_MESSAGE = 1 << 16;
    /** In the order of the struct. */
    private static final List<String> CALLBACKS = List.of("get_schema", "get_next", "get_last_error");

    private final Moved stream;
    private final ArrowField field;
    /** Of each batch, by its code. */
    private final int deviceType;

    private StreamIn(Moved stream, ArrowField field) {
        this.stream = stream;
        this.field = field;
        this.deviceType = stream.struct == Struct.DEVICE_STREAM
                ? Raw.integer(stream.address + Struct.STREAM_DEVICE_TYPE)
                : DeviceType.CPU.code();
    }

    /**
     * Takes the stream at {@code address} and asks for its schema. Where it is refused, it is released.
     *
     * @throws ForeignDescriptorException where the struct or the schema is malformed, or the stream is no table
     * @throws ArrayportException where the producer fails; carries its message
     */
    public static StreamIn take(long address) {
        return take(Struct.STREAM, address);
    }

    /**
     * As {@link #take(long)}, of the device interface. One for another device is left as it is.
     *
     * @throws ZeroCopyException where its batches lie where nobody here could take them
     */
    public static StreamIn takeDevice(long address) {
        Moved.check(OPERATION, Struct.DEVICE_STREAM, address);
        Place.requireStream(OPERATION, Raw.integer(address + Struct.STREAM_DEVICE_TYPE));
        return take(Struct.DEVICE_STREAM, address);
    }

    private static StreamIn take(Struct struct, long address) {
        StackRoom.require("arrow " + OPERATION);
        Moved stream = Moved.take(OPERATION, struct, address);
        try {
            for (long callback = Struct.GET_SCHEMA; callback <= Struct.GET_LAST_ERROR; callback += Struct.WORD) {
                if (callback(stream, callback) == 0) {
                    throw error(struct,
                            CALLBACKS.get((int) (callback / Struct.WORD)) + ": expected a function, found NULL");
                }
            }
            ArrowField field = schema(stream);
            if (!(field.type() instanceof ArrowType.Struct)) {
                throw error(struct, "get_schema: format: expected a struct of columns, found " + field.type());
            }
            return new StreamIn(stream, field);
        } catch (RuntimeException | Error refused) {
            stream.run();
            throw refused;
        }
    }

    private static ArrowField schema(Moved stream) {
        Moved schema = Moved.empty(Struct.SCHEMA);
        try {
            call(stream, "get_schema", Struct.GET_SCHEMA, schema);
            if (schema.isEmpty()) {
                throw error(stream.struct, "get_schema: the producer left release NULL");
            }
            return SchemaIn.read(OPERATION, schema.address);
        } finally {
            schema.run();
        }
    }

    private static long callback(Moved stream, long which) {
        return Raw.word(stream.address + stream.struct.callbacks() + which);
    }

    private static void call(Moved stream, String name, long callback, Moved out) {
        if (!stream.enter()) {
            throw new ClosedException("arrow stream: it is closed");
        }
        try {
            int code = Calls.get(callback(stream, callback), stream.address, out.address);
            if (code != 0) {
                throw new ArrayportException(Lines.one("arrow " + OPERATION + ": " + name + " failed with errno " + code
                        + ": " + message(stream)));
            }
        } finally {
            stream.exit();
        }
    }

    /** Within {@link #call}, because the text is the stream's. */
    private static String message(Moved stream) {
        long text = Calls.lastError(callback(stream, Struct.GET_LAST_ERROR), stream.address);
        if (text == 0) {
            return "the producer does not say why";
        }
        if (!Raw.isRange(text, MAX_MESSAGE)) {
            return "get_last_error: expected a C string, found " + Raw.shown(text);
        }
        try {
            return Raw.string(() -> "get_last_error", text, MAX_MESSAGE);
        } catch (ForeignDescriptorException broken) {
            return "the producer's message is no text";
        }
    }

    /** The columns. */
    public ArrowSchema schema() {
        return new ArrowSchema(field.children(), field.metadata());
    }

    /**
     * The next batch, which is the caller's; empty at the end.
     *
     * @throws ClosedException after {@link #release}
     * @throws ZeroCopyException where the batch lies elsewhere than the stream says, or cannot be taken there
     */
    public Optional<RecordBatch> next() {
        StackRoom.require("arrow " + OPERATION);
        boolean device = stream.struct == Struct.DEVICE_STREAM;
        Place place = Place.HERE;
        Moved array = Moved.empty(device ? Struct.DEVICE_ARRAY : Struct.ARRAY);
        try {
            call(stream, "get_next", Struct.GET_NEXT, array);
            if (device && !array.isEmpty()) {
                requireSame(array.address);
                place = Place.of(OPERATION, array.address);
            }
        } catch (RuntimeException | Error failed) {
            array.run();
            throw failed;
        }
        if (array.isEmpty()) {
            array.run();
            return Optional.empty();
        }
        ArrowColumn column = ArrayIn.column(OPERATION, field, array, place);
        try {
            return Optional.of(RecordBatch.ofStruct(column));
        } catch (RuntimeException | Error refused) {
            column.close();
            throw refused;
        }
    }

    private void requireSame(long array) {
        int found = Raw.integer(array + Struct.DEVICE_TYPE);
        if (found != deviceType) {
            throw new ZeroCopyException("arrow " + OPERATION + ": device_type: the array lies on a device of type "
                    + found + ", expected " + deviceType + " as its stream says: have its producer copy it");
        }
    }

    /** Where its batches are, once they are taken. */
    public DeviceType deviceType() {
        return deviceType == DeviceType.CUDA.code() || deviceType == DeviceType.CUDA_MANAGED.code() ? DeviceType.CUDA
                : DeviceType.CPU;
    }

    /** Releases the stream, once, and not before a call that is under way ends; batches live on. */
    public Runnable release() {
        return stream;
    }

    private static ForeignDescriptorException error(Struct struct, String problem) {
        return new ForeignDescriptorException(Lines.one("arrow " + OPERATION + ": " + struct.title + ": " + problem));
    }
}
