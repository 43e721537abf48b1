/** What is measured on a machine with a GPU. */
@NullMarked
package io.arrayport.gpu.bundle;

import org.jspecify.annotations.NullMarked;
