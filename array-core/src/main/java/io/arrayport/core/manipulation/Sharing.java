package io.arrayport.core.manipulation;

import io.arrayport.core.layout.Overlaps;
import io.arrayport.core.layout.Overlaps.Answer;
import io.arrayport.core.ndarray.NdArray;

/** Whether arrays have bytes in common. */
public final class Sharing {
    private static final long UNLIMITED = -1;

    private Sharing() {}

    /** {@code np.shares_memory}. */
    public static boolean shares(NdArray a, NdArray b) {
        return answer(a, b, UNLIMITED) == Answer.YES;
    }

    /** {@code np.shares_memory} with a limit. */
    public static boolean shares(NdArray a, NdArray b, long maxWork) {
        if (maxWork == 0) {
            return inBounds(a, b);
        }
        Answer answer = answer(a, b, maxWork);
        if (answer == Answer.UNDECIDED) {
            throw new IllegalArgumentException("sharesMemory: maxWork " + maxWork + " does not suffice to tell; allow"
                    + " more, or ask mayShareMemory");
        }
        return answer == Answer.YES;
    }

    /** {@code np.may_share_memory} with a limit. */
    public static boolean mayShare(NdArray a, NdArray b, long maxWork) {
        return maxWork == 0 ? inBounds(a, b) : answer(a, b, maxWork) != Answer.NO;
    }

    /** {@code np.may_share_memory}. */
    public static boolean inBounds(NdArray a, NdArray b) {
        return Overlaps.inBounds(a.storage().address(), a.layout(), a.itemsize(), b.storage().address(), b.layout(),
                b.itemsize());
    }

    private static Answer answer(NdArray a, NdArray b, long most) {
        return Overlaps.of(a.storage().address(), a.layout(), a.itemsize(), b.storage().address(), b.layout(),
                b.itemsize(), most);
    }
}
