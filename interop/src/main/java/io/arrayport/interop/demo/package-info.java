/** The main job, whole: an Arrow file through a PyTorch model and back, with the proof that nothing was copied. */
@NullMarked
package io.arrayport.interop.demo;

import org.jspecify.annotations.NullMarked;
