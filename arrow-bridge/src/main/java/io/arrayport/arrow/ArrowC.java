package io.arrayport.arrow;

import java.util.Iterator;

import io.arrayport.arrow.c.Interface;
import io.arrayport.arrow.c.StreamIn;
import io.arrayport.arrow.c.StreamOut;
import io.arrayport.arrow.column.ArrayForm;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.ImportedArray;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;

/**
 * Arrow's C data interface, C stream interface and C device interface: columns from and to every library that speaks
 * them, in this process, by the addresses of structs. No other Arrow library is needed.
 *
 * <p><b>Imports take</b> the structs: they are moved, so that the producer's memory for them may go, and the producer's
 * release callback is called once, when the last storage of the column has let go, or at once where the structs are
 * refused. <b>Exports lend</b>: the column's bytes are kept and frozen until the consumer calls the release callback,
 * closed or not. Every member of a struct is checked before it is used; that its pointers point to readable memory
 * cannot be, so that a wild pointer is a wild pointer.
 *
 * <p>A consumer has to release what it has before the process ends: one that does so from C's {@code atexit} calls into
 * a VM that is gone. (DLPack's exports can be disarmed at shutdown; these structs lie where the consumer moved them.)
 *
 * <p>Offsets are honoured on import and 0 on export: arrow-java does not look at them.
 */
public final class ArrowC {
    private ArrowC() {}

    /**
     * A column of plain values without nulls as a source of one array: takes the structs when it is opened, borrows
     * their addresses until then. The caller closes the array. Nulls that the structs do not count are found when the
     * array's bytes are first used, as by {@link ArrowBridge#arrow(org.apache.arrow.vector.FieldVector)}.
     *
     * @param schema address of an {@code ArrowSchema}
     * @param array address of an {@code ArrowArray}
     */
    public static Source source(long schema, long array) {
        return new Source() {
            @Override
            public String name() {
                return "Arrow C array";
            }

            @Override
            public NdArray open() {
                return ImportedArray.of(column(schema, array));
            }
        };
    }

    /**
     * A column of any type, which the caller closes. Takes both structs, also where they are refused as malformed;
     * where one of them is not there to be taken, the other stays as it is.
     *
     * @param schema address of an {@code ArrowSchema}
     * @param array address of an {@code ArrowArray}
     * @throws ForeignDescriptorException where a struct is malformed, was released or moved; names the member
     */
    public static ArrowColumn column(long schema, long array) {
        return Interface.column("import", schema, array);
    }

    /**
     * A struct's children as the columns of a batch, which the caller closes. Takes both structs, also where they are
     * refused.
     *
     * @throws ForeignDescriptorException where a struct is malformed, was released or moved; names the member
     * @throws io.arrayport.core.error.ZeroCopyException where it is no struct, or has null rows
     */
    public static RecordBatch batch(long schema, long array) {
        return batch(column(schema, array));
    }

    private static RecordBatch batch(ArrowColumn column) {
        try {
            return RecordBatch.ofStruct(column);
        } catch (RuntimeException | Error refused) {
            column.close();
            throw refused;
        }
    }

    /**
     * A column from the device interface, which the caller closes. Takes both structs, unless they are refused for
     * their device.
     *
     * <p>One on CUDA stays where it is, managed memory too; pinned main memory is a column of the CPU. Our work on it
     * comes after the producer's event, in the device's order, and the producer gets it back when that is done. Values
     * of fixed width come so, structs and fixed-size lists of such; bitmaps stay on the device, and are copied here if
     * somebody asks how many rows are null and the struct does not say.
     *
     * @param array address of an {@code ArrowDeviceArray}
     * @throws io.arrayport.core.error.ZeroCopyException where it lies on a device that nobody here computes on, or is
     *     of a type that only the CPU can follow
     * @throws ForeignDescriptorException where a struct is malformed, was released or moved; names the member
     * @throws io.arrayport.core.error.DeviceException where the device does not take the producer's event
     */
    public static ArrowColumn deviceColumn(long schema, long array) {
        return Interface.deviceColumn(schema, array);
    }

    /**
     * As {@link #source(long, long)}, of the device interface: takes the structs when it is opened, and opens an array
     * on their device. Nulls that the structs do not count are counted then.
     *
     * @param array address of an {@code ArrowDeviceArray}
     */
    public static Source deviceSource(long schema, long array) {
        return new Source() {
            @Override
            public String name() {
                return "Arrow C device array";
            }

            @Override
            public NdArray open() {
                return ImportedArray.of(deviceColumn(schema, array));
            }
        };
    }

    /** As {@link #batch(long, long)}, from the device interface, as {@link #deviceColumn} takes it. */
    public static RecordBatch deviceBatch(long schema, long array) {
        return batch(deviceColumn(schema, array));
    }

    /**
     * The batches of a stream, one after the other. Takes the stream, also where it is refused; the caller closes what
     * is returned, and each batch.
     *
     * @param stream address of an {@code ArrowArrayStream}
     * @throws ForeignDescriptorException where the struct or its schema is malformed
     * @throws io.arrayport.core.error.ArrayportException where the producer fails; carries its message
     */
    public static ArrowStream stream(long stream) {
        return new ArrowStream(StreamIn.take(stream));
    }

    /**
     * As {@link #stream}, of the device interface. Takes the stream, also where it is refused, unless that is for its
     * device.
     *
     * @param stream address of an {@code ArrowDeviceArrayStream}
     * @throws io.arrayport.core.error.ZeroCopyException where it is for another device than the CPU or CUDA's
     * @throws ForeignDescriptorException where the struct or its schema is malformed
     * @throws io.arrayport.core.error.ArrayportException where the producer fails; carries its message
     */
    public static ArrowStream deviceStream(long stream) {
        return new ArrowStream(StreamIn.takeDevice(stream));
    }

    /**
     * Fills two structs in memory of the consumer, which releases each once. Borrows the column, which may be closed
     * first; its bytes are kept and frozen until then. A null count that nobody has asked for is -1. Copied are the
     * bitmaps of slices that begin inside a byte, bools' values among them: n/8 bytes, a JFR event each.
     *
     * @param schema address of 72 bytes
     * @param array address of 80 bytes
     * @throws io.arrayport.core.error.DTypeException where the interface has no such type
     * @throws io.arrayport.core.error.ZeroCopyException for slices of run ends
     * @throws io.arrayport.core.error.ClosedException where the column is closed
     */
    public static void export(ArrowColumn column, long schema, long array) {
        Interface.export(column, schema, array);
    }

    /** As {@link #export(ArrowColumn, long, long)}, a batch as a struct of its columns: borrows the batch. */
    public static void export(RecordBatch batch, long schema, long array) {
        Interface.export(batch.toStruct(), schema, array);
    }

    /**
     * As {@link #export(ArrowColumn, long, long)}, for the device interface, wherever the column lies. Borrows the
     * column. One on CUDA goes with an event behind the work that made it, which the consumer's stream has to wait for,
     * and which lives until the release; memory that comes back is nobody else's before the work is done that the
     * consumer has queued by then.
     *
     * @param array address of 128 bytes, an {@code ArrowDeviceArray}
     * @throws io.arrayport.core.error.ZeroCopyException as {@link #export(ArrowColumn, long, long)}, and on a device
     *     for types that only the CPU can follow
     * @throws io.arrayport.core.error.DeviceException where the device fails
     */
    public static void exportDevice(ArrowColumn column, long schema, long array) {
        Interface.exportDevice(column, schema, array);
    }

    /** As {@link #exportDevice(ArrowColumn, long, long)}, a batch as a struct of its columns: borrows the batch. */
    public static void exportDevice(RecordBatch batch, long schema, long array) {
        Interface.exportDevice(batch.toStruct(), schema, array);
    }

    /**
     * Fills a stream's struct in memory of the consumer, which releases it once. Borrows each batch, which stays its
     * owner's to close.
     *
     * @param batches asked for one at a time, on the consumer's thread; what it throws is the stream's error. Each
     *     batch's bytes are kept and frozen until the consumer releases it
     * @param stream address of 40 bytes
     */
    public static void exportStream(ArrowSchema schema, Iterator<RecordBatch> batches, long stream) {
        Interface.requireStream(stream);
        StreamOut.write(schema, batches, () -> {}, stream);
    }

    /**
     * As {@link #exportStream(ArrowSchema, Iterator, long)}, for the device interface: on the CPU. Borrows each batch,
     * which stays its owner's to close.
     *
     * @param stream address of 48 bytes, an {@code ArrowDeviceArrayStream}
     */
    public static void exportDeviceStream(ArrowSchema schema, Iterator<RecordBatch> batches, long stream) {
        exportDeviceStream(schema, Device.CPU, batches, stream);
    }

    /**
     * As {@link #exportDeviceStream(ArrowSchema, Iterator, long)}, of batches on a device: one that lies elsewhere is
     * the stream's error. Borrows each batch, which stays its owner's to close.
     *
     * @param device where every batch lies
     */
    public static void exportDeviceStream(ArrowSchema schema, Device device, Iterator<RecordBatch> batches,
            long stream) {
        Interface.requireStream(stream);
        StreamOut.writeDevice(schema, device.type(), batches, () -> {}, stream);
    }

    /**
     * Passes a stream that was taken to another consumer: its batches go through as they come, nothing copied. Takes
     * {@code source}, which is closed when the consumer releases the stream.
     *
     * @param stream address of 40 bytes
     */
    public static void exportStream(ArrowStream source, long stream) {
        Interface.requireStream(stream);
        ArrowStream.Passing passing = source.passing();
        StreamOut.write(source.schema(), passing, passing, stream);
    }

    /**
     * As {@link #exportStream(ArrowStream, long)}, for the device interface: where the batches are. Takes
     * {@code source}.
     */
    public static void exportDeviceStream(ArrowStream source, long stream) {
        Interface.requireStream(stream);
        ArrowStream.Passing passing = source.passing();
        StreamOut.writeDevice(source.schema(), source.deviceType(), passing, passing, stream);
    }

    /** A pair of structs over an array's own memory, for whoever takes addresses; the caller closes it. */
    public static Target<CStructs> structs(String column) {
        return new Target<>() {
            @Override
            public String name() {
                return "Arrow C array \"" + column + "\"";
            }

            @Override
            public ExchangePlan plan(NdArray array) {
                return ArrayForm.plan(name(), array,
                        ExchangePlan.Writers.NEITHER
                                .with("Java cannot until the consumer releases the array, which must not either"));
            }

            @Override
            public CStructs accept(NdArray array) {
                if (!ArrayForm.isColumn(array)) {
                    plan(array).requireZeroCopy();
                }
                return structs(ArrowColumn.of(column, array));
            }
        };
    }

    /** A pair of structs that shares a column of any type; the caller closes it. */
    public static CStructs structs(ArrowColumn column) {
        return new CStructs(column);
    }

    /**
     * Structs and streams, children counted, that were exported and not released yet: for monitoring, and tests of
     * consumers.
     */
    public static long liveExports() {
        return Interface.live();
    }
}
