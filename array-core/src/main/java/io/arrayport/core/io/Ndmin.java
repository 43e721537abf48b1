package io.arrayport.core.io;

import io.arrayport.core.index.Index;
import io.arrayport.core.ndarray.NdArray;

/** The axes of what was read from a text: those of length 1 are dropped, as far as there are too many. */
final class Ndmin {
    private Ndmin() {}

    /** @throws IllegalArgumentException if it is none of 0, 1 and 2 */
    static void require(String operation, int ndmin) {
        if (ndmin < 0 || ndmin > 2) {
            throw new IllegalArgumentException(operation + ": ndmin is " + ndmin + ", it must be 0, 1 or 2");
        }
    }

    /** A view. */
    static NdArray of(NdArray array, int ndmin) {
        NdArray squeezed = array.ndim() > ndmin ? array.squeeze() : array;
        return switch (ndmin - squeezed.ndim()) {
            case 1 -> ndmin == 1 ? squeezed.get(Index.newAxis()) : squeezed.get(Index.ellipsis(), Index.newAxis());
            case 2 -> squeezed.get(Index.newAxis(), Index.newAxis());
            default -> squeezed;
        };
    }
}
