# right: sine and pi from the module math
# expect: right
# Exercise 2
from math import pi, sin

for step in range(10):
    t = step * dt  # s, the time of this step
    i = i_mean * (1 + sin(2 * pi * t / 0.01))  # A, the input current at time t
    print(i)
