package io.arrayport.dlpack;

import java.util.Optional;

import io.arrayport.core.backend.Streams;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.ndarray.NdArray;

/** An array as a producer, and a producer's array as ours. */
record Requested(NdArray array) implements DlpackProducer {
    @Override
    public Device dlpackDevice() {
        return array.storage().device();
    }

    @Override
    public DlpackCapsule dlpack(DlpackRequest request) {
        checkStream(request);
        checkDevice(request);
        Abi.Form form = request.form();
        ExportRules.Refusal refusal = ExportRules.refusal(array, form, LegacyConsumer.UNKNOWN);
        if (request.copy() != CopyPolicy.ALWAYS && refusal == null) {
            return Export.capsule(array, form, LegacyConsumer.UNKNOWN, 0, stream(request));
        }
        if (refusal != null && (request.copy() == CopyPolicy.NEVER || !refusal.copyHelps())) {
            throw new ZeroCopyException("dlpack export: " + refusal.reason() + "; " + refusal.remedy());
        }
        NdArray copy = array.copyNative();
        CopyEvent.emit("DLPack capsule", refusal == null ? "asked for" : refusal.reason(), copy.nbytes());
        try (copy) { // ends our own access: the capsule's lease keeps the bytes
            return Export.capsule(copy, form, LegacyConsumer.UNKNOWN, Abi.IS_COPIED, stream(request));
        }
    }

    private static long stream(DlpackRequest request) {
        Long stream = request.stream();
        return stream == null ? Streams.LEGACY : stream;
    }

    /**
     * The array API's numbers. Where nothing computes on the device, no stream can be made to wait, but what came in
     * from there is ordered after its default stream already.
     */
    private void checkStream(DlpackRequest request) {
        Long stream = request.stream();
        if (stream == null || stream == -1) {
            return;
        }
        DeviceType type = dlpackDevice().type();
        if (stream > 0 && Streams.of(dlpackDevice()).isPresent()) {
            return;
        }
        String expected = switch (type) {
            case CUDA, CUDA_MANAGED -> stream == 1 ? "" : "none, 1 (the legacy default stream)"
                    + (Streams.of(dlpackDevice()).isPresent() ? ", 2 (the thread's), a handle" : "") + " or -1";
            case ROCM -> stream == 0 ? "" : "none, 0 (the default stream) or -1";
            default -> "none: there are no streams on " + type;
        };
        if (!expected.isEmpty()) {
            throw new DeviceException("dlpack export: stream is " + stream + ", expected " + expected);
        }
    }

    private void checkDevice(DlpackRequest request) {
        Device wanted = request.device();
        if (wanted != null && !wanted.equals(dlpackDevice())) {
            throw new DeviceException("dlpack export: the array is on " + dlpackDevice() + ", and was asked for on "
                    + wanted + "; copy it there first");
        }
    }

    /**
     * The array API's {@code from_dlpack}.
     *
     * @throws ZeroCopyException if it has to be a copy and may not
     */
    static NdArray from(DlpackProducer producer, DlpackRequest request) {
        DlpackRequest asked = request.device() == null || request.device().equals(producer.dlpackDevice())
                ? request.device(producer.dlpackDevice())
                : request;
        if (request.stream() != null) {
            return Import.open("DLPack", producer.dlpack(asked), LegacyAccess.READ_ONLY, request.stream());
        }
        // The producer orders its work before ours
        Optional<Streams> streams = Streams.of(producer.dlpackDevice());
        DlpackRequest ordered = streams.isEmpty() ? asked : asked.stream(streams.get().own());
        return Import.open("DLPack", producer.dlpack(ordered), LegacyAccess.READ_ONLY, Streams.UNORDERED);
    }
}
