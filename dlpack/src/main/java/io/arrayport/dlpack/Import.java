package io.arrayport.dlpack;

import java.lang.ref.Reference;
import java.util.Optional;
import java.util.function.Supplier;

import io.arrayport.core.backend.Streams;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.foreign.StackRoom;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** From a capsule to an array that owns its tensor. */
final class Import {
    private Import() {}

    /** Consumes the capsule, also when the tensor in it is refused. */
    static NdArray open(String origin, DlpackCapsule capsule, LegacyAccess access) {
        return open(origin, capsule, access, Streams.LEGACY);
    }

    /** @param stream on which the producer has made a device's memory */
    static NdArray open(String origin, DlpackCapsule capsule, LegacyAccess access, long stream) {
        Tensor tensor = take(capsule);
        Descriptor said = tensor.orRelease(() -> Validator.check(origin, tensor.address, tensor.form, access));
        Optional<Streams> streams = tensor.orRelease(() -> Streams.of(said.device()));
        Storage storage = tensor.orRelease(() -> {
            streams.filter(_ -> stream != Streams.UNORDERED).ifPresent(there -> there.follow(stream));
            return Storage.foreign(origin, said.address(), said.byteSize(), said.device(), access(said.readOnly()),
                    streams.isEmpty() ? tensor : new Settled(streams.get(), tensor));
        });
        return array(storage, said.dtype(), said.layout());
    }

    /** The producer may use its memory again at once, so that our work there is done before. */
    private record Settled(Streams streams, Tensor tensor) implements Runnable {
        @Override
        public void run() {
            streams.settle();
            tensor.run();
        }
    }

    /** What an import would find; consumes nothing. */
    static Descriptor look(String origin, DlpackCapsule capsule, LegacyAccess access) {
        try {
            return Validator.check(origin, capsule.address(), capsule.form(), access);
        } finally {
            Reference.reachabilityFence(capsule); // or the cleaner could free the tensor that is looked at
        }
    }

    /** As {@link #open}, of elements smaller than a byte that lie side by side. */
    static PackedTensor packed(DlpackCapsule capsule) {
        Tensor tensor = take(capsule);
        PackedDescriptor said = tensor
                .orRelease(() -> Validator.checkPacked("DLPack", tensor.address, tensor.form));
        long bytes = PackedTensor.bytes(said.shape().size(), said.type().bits());
        Storage storage = tensor.orRelease(() -> Storage.foreign("DLPack", said.address(), bytes, said.device(),
                access(said.readOnly()), tensor));
        TypeTable type = new TypeTable(said.dtype(), said.type().code(), said.type().bits());
        return new PackedTensor(array(storage, DType.UINT8, Layout.contiguous(Shape.of(bytes), 1)), type, said.shape());
    }

    private static Tensor take(DlpackCapsule capsule) {
        StackRoom.require("dlpack import");
        capsule.take("import");
        return new Tensor(capsule.rawAddress(), capsule.form());
    }

    private static Access access(boolean readOnly) {
        return readOnly ? Access.IMMUTABLE : Access.WRITEABLE;
    }

    private static NdArray array(Storage storage, DType dtype, Layout layout) {
        try {
            return NdArray.of(storage, dtype, layout);
        } catch (RuntimeException | Error e) {
            storage.close();
            throw e;
        }
    }

    /** The release hook of the array's storage, which sees to it that it runs once. */
    private record Tensor(long address, Abi.Form form) implements Runnable {
        @Override
        public void run() {
            Claims.drop(address); // before the deleter: the C heap may give the address to the next export right after
            Managed.release(address, form);
        }

        /** Gives the tensor back if what is done before a storage owns it fails. */
        <T> T orRelease(Supplier<T> step) {
            try {
                return step.get();
            } catch (RuntimeException | Error e) {
                run();
                throw e;
            }
        }
    }
}
