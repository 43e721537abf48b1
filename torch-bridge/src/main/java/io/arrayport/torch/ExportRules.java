package io.arrayport.torch;

import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Writers;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * What torch can take, decided before libtorch is asked: where it cannot, {@code at::fromDLPack} throws, and a C++
 * exception aborts the JVM. It also takes what it should not, such as a wrong device.
 */
final class ExportRules {
    private ExportRules() {}

    /** Whether these elements can be shared; that the array is open is for the lease to say. */
    static boolean allows(NdArray array, boolean unnamed) {
        return refusal(array, unnamed) == null && layoutProblem(array) == null && memoryProblem(array) == null;
    }

    /** @param managerProblem why no array could go there; null if there is none */
    static ExchangePlan plan(String target, NdArray array, @Nullable String managerProblem, boolean unnamed) {
        if (managerProblem != null) {
            return ExchangePlan.refused(target, managerProblem,
                    "use an open one from NDManager.newBaseManager(\"PyTorch\")");
        }
        if (array.storage().isClosed()) {
            return ExchangePlan.refused(target, "the array is closed (" + array.storage().origin() + ")",
                    "export it before it is closed, or copy() what must outlive it");
        }
        Refusal refusal = refusal(array, unnamed);
        if (refusal != null) {
            return ExchangePlan.refused(target, refusal.reason, refusal.remedy);
        }
        String problem = layoutProblem(array);
        problem = problem != null ? problem : memoryProblem(array);
        return problem != null ? ExchangePlan.needsCopy(target, array.nbytes(), problem)
                : ExchangePlan.zeroCopy(target, writers(array));
    }

    /** What no copy would mend. */
    private record Refusal(String reason, String remedy) {}

    private static @Nullable Refusal refusal(NdArray array, boolean unnamed) {
        TorchDtype type = TorchDtype.of(array.dtype().isNative() ? array.dtype()
                : array.dtype().withOrder(java.nio.ByteOrder.nativeOrder()));
        if (type == null) {
            return new Refusal("torch has no element type for " + array.dtype().name(),
                    "convert it first with astype(...) to one that torch has");
        }
        if (!type.isNamed() && !unnamed) {
            return new Refusal(
                    "DJL has no name for " + type.dtype.name()
                            + ", and some of its methods abort the JVM on such an NDArray",
                    "convert it with astype(...), or hand it to a model by Torch.torch(manager).withUnnamedDtypes()");
        }
        if (array.storage().device().type() != DeviceType.CPU) {
            return new Refusal("the array is on " + array.storage().device() + ", this bridge exports main memory",
                    "copy it to the CPU first");
        }
        return null;
    }

    private static @Nullable String layoutProblem(NdArray array) {
        if (!array.dtype().isNative()) {
            return "its byte order is " + array.dtype().order() + ", torch has only this machine's";
        }
        Layout layout = array.layout();
        int itemsize = array.itemsize();
        for (int axis = 0; layout.size() > 0 && axis < layout.ndim(); axis++) {
            long stride = layout.stride(axis);
            if (layout.dim(axis) > 1 && stride < 0) {
                return "stride " + stride + " of axis " + axis + " is negative, which torch cannot express";
            }
            if (layout.dim(axis) > 1 && stride % itemsize != 0) {
                return "stride " + stride + " of axis " + axis + " is not a multiple of the " + itemsize
                        + " bytes of an element, as torch counts";
            }
        }
        return null;
    }

    private static @Nullable String memoryProblem(NdArray array) {
        return array.storage().access() == Access.PROTECTED
                ? "a write to its memory (" + array.storage().origin()
                        + ") faults, and torch cannot be told not to write"
                : null;
    }

    private static String writers(NdArray array) {
        if (array.isWriteable()) {
            return Writers.BOTH.toString();
        }
        String readers = array.storage().access() == Access.IMMUTABLE
                ? "every reader of these bytes would see it, a file mapped copy-on-write would stay as it was"
                : array.storage().isWriteable() ? "every array over these bytes would see it"
                        : "whoever froze these bytes by an export relies on nobody doing so";
        return Writers.NEIGHBOUR.with("this array is read-only, torch has no read-only tensors: " + readers);
    }
}
