@NullMarked
package io.arrayport.conformance.matrix;

import org.jspecify.annotations.NullMarked;
