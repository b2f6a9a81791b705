# cause: When the bracket was multiplied out, the factor dt / tau in front of r * i was lost.
# expect: no bracket around
# fix: line 9:     v = (1 - a) * v + a * el + a * r * i  # Klammer aufgelöst
# Exercise 4
step_end = 10
v = el  # V(0)

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    a = dt / tau
    v = (1 - a) * v + a * el + r * i  # Klammer aufgelöst
    print(f"{t:.3f} {v:.4e}")
