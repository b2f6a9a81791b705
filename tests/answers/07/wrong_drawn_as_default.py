# cause: The random number is a default value, which is drawn once, at the def.
# expect: drawn as a default
# fix: line 6: def current():
# fix: after line 6:     x = 2 * np.random.random() - 1
np.random.seed(2020)
step_end = int(t_max / dt)
v = el

# random current, xi between -1 and 1
def current(x=2 * np.random.random() - 1):
    return i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * x)

plt.figure()
plt.title("Membrane potential, random input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

for step in range(step_end):
    t = step * dt
    i = current()
    plt.plot(t, v, "k.")
    v = v + dt / tau * (el - v + r * i)

plt.show()
