# cause: 'from math import *' also imports math.tau = 6.28 and silently replaces the time constant tau.
# expect: parameter imported
# fix: line 2: from math import sin, pi
# Exercise 4
from math import *
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + sin((t * 2 * pi) / 0.01))
    print(f"{t:.3f} {v:.4e}")  # show V(t) ...
    v = v + dt / tau * (el - v + r * i)  # ... then step to V(t + dt)
