# cause: Two faults: step_end is still the typed 25 of exercise 5 and not the number of steps in t_max; and the vertical axis is still labelled as the current, though it shows the membrane potential.
# expect: other number
# fix: line 3: step_end = int(t_max / dt)
# fix: line 9: plt.ylabel("$V_m$ (V)")
# Exercise 6
# copied from exercise 5 and changed
step_end = 25
v = el

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$I$ (A)")

for step in range(step_end):
    t = step * dt
    i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
