package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.AssertionOption.ErrMsg;
import io.arrayport.core.ndarray.AssertionOption.Strict;
import io.arrayport.core.ndarray.AssertionOption.Verbose;
import io.arrayport.core.ndarray.CloseOption.Atol;
import io.arrayport.core.ndarray.CloseOption.Rtol;
import io.arrayport.core.ndarray.UniqueOption.EqualNan;

/** Options of {@code np.testing.assert_allclose}. */
@Positional(5)
public sealed interface CloseAssertionOption extends Option permits Rtol, Atol, EqualNan, ErrMsg, Verbose, Strict {}
