/** Arrays to and from DJL NDArrays. */
@NullMarked
package io.arrayport.torch;

import org.jspecify.annotations.NullMarked;
