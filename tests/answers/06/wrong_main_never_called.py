# cause: The loop is in a function main that nothing calls.
# expect: never called
# fix: after line 15: main()
step_end = int(t_max / dt)

plt.figure()
plt.title("Membrane potential, sinusoidal input")
plt.xlabel("time (s)")
plt.ylabel("$V_m$ (V)")

def main():
    v = el
    for step in range(step_end):
        t = step * dt
        i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
        plt.plot(t, v, "k.")
        v = v + dt / tau * (el - v + r * i)

plt.show()
