# cause: The potential is called Vm, and the current is added without the resistance.
# expect: no resistance
# fix: line 8:     Vm = Vm + dt / tau * (el - Vm + r * i)
# Exercise 4
step_end = 10
Vm = el
for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin(2 * np.pi * t / 0.01))
    print(f"{t:.3f} {Vm:.4e}")
    Vm = Vm + dt / tau * (el - Vm + i)
