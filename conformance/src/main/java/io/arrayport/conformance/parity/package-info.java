/** {@code arrayport parity}: which of NumPy's names are here, by the golden cases that pass. */
@NullMarked
package io.arrayport.conformance.parity;

import org.jspecify.annotations.NullMarked;
