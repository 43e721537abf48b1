package io.arrayport.core;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.Exchange;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.ndarray.FromDlpackOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CopyOption;

/** Arrays of neighbours. */
public sealed interface Interchange permits Np {
    /**
     * An array of a neighbour: {@code np.fromDlpack(Dlpack.source(capsule))}, or a source of any other bridge. It
     * shares the neighbour's bytes and keeps them alive until it is closed, or with {@code copy(true)} is new; that
     * copy is a JFR event {@code io.arrayport.Copy}.
     *
     * @throws ZeroCopyException if the neighbour's bytes cannot be an array; says why
     * @throws io.arrayport.core.error.ForeignDescriptorException if the neighbour's description is malformed
     */
    default NdArray fromDlpack(Source x, FromDlpackOption... options) {
        return Exchange.from(x, policy(options));
    }

    /**
     * An array as a neighbour would see it: a view, with {@code copy(true)} new, its axes in the same order.
     *
     * @throws ZeroCopyException if DLPack has no word for its elements: those of a foreign byte order, and times
     */
    default NdArray fromDlpack(@ArrayOnly NdArray x, FromDlpackOption... options) {
        if ("biufc".indexOf(x.dtype().kind()) < 0 || !x.dtype().isNative()) {
            throw new ZeroCopyException("fromDlpack: elements are " + x.dtype() + ", DLPack knows bools and numbers of"
                    + " this machine's byte order; convert them with astype(...), or view them as integers");
        }
        return policy(options) == CopyPolicy.ALWAYS ? x.copy(Options.order(Order.K)) : x.view();
    }

    private static CopyPolicy policy(FromDlpackOption... options) {
        Option.requireDistinct("fromDlpack", options);
        CopyPolicy policy = CopyPolicy.IF_NEEDED;
        for (FromDlpackOption option : options) {
            policy = switch (option) {
                case CopyOption(Boolean copy) -> copy == null ? CopyPolicy.IF_NEEDED
                        : copy ? CopyPolicy.ALWAYS : CopyPolicy.NEVER;
            };
        }
        return policy;
    }
}
