/** Support for the tests of every module: shipped as array-core's test jar, never as part of the library. */
@NullMarked
package io.arrayport.core.testing;

import org.jspecify.annotations.NullMarked;
