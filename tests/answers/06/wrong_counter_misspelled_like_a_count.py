# cause: step is misspelled as step_n, which looks like step_end too
# expect: unknown name
# fix: line 5:     t = step * dt
# Exercise 6
step_end = int(t_max / dt)
v = el
def current():
    t = step_n * dt
    return i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")
for step in range(step_end):
    plt.plot(step * dt, v, "k.")
    v = v + dt / tau * (el - v + r * current())
plt.show()
