# cause: A spike and reset rule was added, but the neuron of this part does not spike: V is set to -70 mV when it crosses the threshold.
# expect: reset condition
# fix: line 9: delete
# fix: line 10: delete
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    v = v + dt / tau * (el - v + r * i)
    if v > vth:
        v = vr
    print(f"{t:.3f} {v:.4e}")
