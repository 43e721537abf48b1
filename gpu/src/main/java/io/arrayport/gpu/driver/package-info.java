/** What is asked of CUDA's driver, by JCuda: its devices, their memory and their kernels. */
@NullMarked
package io.arrayport.gpu.driver;

import org.jspecify.annotations.NullMarked;
