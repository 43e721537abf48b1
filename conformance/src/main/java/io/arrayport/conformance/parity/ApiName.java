package io.arrayport.conformance.parity;

import java.util.List;

/**
 * A name of NumPy's public API.
 *
 * @param module {@code numpy.linalg}
 * @param name {@code inv}
 * @param requires what passing cases must cover before the name counts as present
 */
record ApiName(String module, String name, List<String> requires) {
    String full() {
        return module + "." + name;
    }

    /** What {@code np.call} knows it by. */
    String called() {
        return full().substring("numpy.".length());
    }
}
