package io.arrayport.dlpack.python;

import java.util.Optional;

import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.DlpackRequest;
import io.arrayport.dlpack.DlpackVersion;
import io.arrayport.dlpack.LegacyAccess;
import org.jspecify.annotations.Nullable;

/** From an object of Python that speaks DLPack to an array. */
final class Exchanges {
    private Exchanges() {}

    /** A tensor that left its producer, and whether it must not be written whatever its capsule says. */
    private record Arrival(DlpackCapsule capsule, boolean frozen) {}

    static NdArray open(PyObject object, DlpackRequest request, LegacyAccess access) {
        Arrival arrival = object
                .quick((address, refs) -> Optional.ofNullable(quick(address, request, refs)))
                .orElseGet(() -> object.read((address, refs) -> take(address, request, refs)));
        // Outside of the section, on the caller's own thread, whose scope it belongs to.
        Long stream = request.stream();
        NdArray array = stream == null ? Dlpack.from(arrival.capsule(), access)
                : Dlpack.from(arrival.capsule(), access, stream);
        return arrival.frozen() ? array.asReadOnly() : array;
    }

    /** By its type's table, or by NumPy's own methods; null if it takes Python code that may be anybody's. */
    private static @Nullable Arrival quick(long object, DlpackRequest request, Refs refs) {
        long type = refs.own(CPython.typeNew(object));
        boolean simple = request.copy() == CopyPolicy.IF_NEEDED && request.stream() == null && request.device() == null
                && request.maxVersion() != null && request.maxVersion().major() == DlpackVersion.CURRENT.major();
        if (type == Library.NUMPY.arrayType()) {
            return new Arrival(Capsules.take(simple && Library.NUMPY.isVersioned() ? newest(object, refs)
                    : capsule(object, request, refs)), false);
        }
        long function = simple ? ExchangeTable.exporter(type, refs) : 0;
        if (function == 0 || isTensor(type, refs) && isAttached(object, refs)) {
            return null;
        }
        DlpackCapsule capsule = DlpackCapsule.adopt(ExchangeTable.export(function, object), true);
        if (capsule.deviceCode() != DeviceType.CPU.code()) {
            capsule.close(); // the table does not wait for what a device still computes
            return null;
        }
        return new Arrival(capsule, false);
    }

    /** {@code object.__dlpack__(max_version=(1, 3))}. */
    private static long newest(long object, Refs refs) {
        long method = refs.own(CPython.attributeNew(object, Names.DLPACK));
        return refs.own(CPython.callNew(method, Names.NOTHING, Names.NEWEST));
    }

    private static Arrival take(long object, DlpackRequest request, Refs refs) {
        long type = refs.own(CPython.typeNew(object));
        boolean frozen = isTensor(type, refs) && isAttached(object, refs);
        return new Arrival(Capsules.take(capsule(object, request, refs)), frozen);
    }

    /** PyTorch's, which may be lazily negated or conjugated, or take part in a gradient. */
    private static boolean isTensor(long type, Refs refs) {
        return refs.ownIfAny(CPython.attributeOrNullNew(type, Names.IS_NEG)) != 0;
    }

    private static boolean isAttached(long tensor, Refs refs) {
        CPython.incref(tensor);
        return !CPython.isTrue(
                refs.own(CPython.callNew(Names.PLAIN, refs.own(CPython.tupleNew(tensor)), 0)));
    }

    private static long capsule(long object, DlpackRequest request, Refs refs) {
        CPython.incref(object);
        DlpackVersion version = request.maxVersion();
        Device device = request.device();
        long copy = switch (request.copy()) {
            case NEVER -> CPython.boolNew(false);
            case ALWAYS -> CPython.boolNew(true);
            case IF_NEEDED -> CPython.noneNew();
        };
        return refs.own(CPython.callNew(Names.CAPSULE, refs.own(CPython.tupleNew(object,
                version == null ? CPython.noneNew() : pairNew(version.major(), version.minor()),
                request.stream() == null ? CPython.noneNew() : CPython.longNew(request.stream()),
                device == null ? CPython.noneNew() : pairNew(device.type().code(), device.id()), copy)), 0));
    }

    private static long pairNew(int first, int second) {
        return CPython.tupleNew(CPython.longNew(first), CPython.longNew(second));
    }
}
