# right: all in a with block, under the guard of a program
# expect: right
# Exercise 8
if __name__ == "__main__":
    with plt.rc_context({"lines.markersize": 4}):
        np.random.seed(2020)
        step_end = int(t_max / dt)
        n = 50
        v_n = [el] * n

        plt.figure()
        plt.title("Realizations of $V_m$")
        plt.xlabel("time (s)")
        plt.ylabel("$V_m$ (V)")

        for step in range(step_end):
            t = step * dt
            plt.plot([t] * n, v_n, "k.", alpha=0.1)
            v_new = []
            for v in v_n:
                xi = np.random.uniform(-1, 1)
                i = i_mean * (1 + 0.1 * np.sqrt(t_max / dt) * xi)
                v_new.append(v + dt * (el - v + r * i) / tau)
            v_n = v_new

        plt.show()
