# right: all in a function, n and the seed are its defaults; it returns what the exercise names
# expect: right
# Exercise 10
def main(n=50, seed=2020):
    np.random.seed(seed)
    step_end = int(t_max / dt)
    v_n = [el] * n
    plt.figure()
    plt.title("Realizations of $V_m$, mean and standard deviation")
    plt.xlabel("time (s)")
    plt.ylabel("$V_m$ (V)")
    for step in range(step_end):
        t = step * dt
        v_mean = sum(v_n) / n
        v_var_n = []
        for v in v_n:
            v_var_n.append((v - v_mean) ** 2)
        v_var = sum(v_var_n) / (n - 1)
        v_std = v_var ** 0.5
        plt.plot([t] * n, v_n, "k.", alpha=0.1)
        plt.plot(t, v_mean, "C0.", alpha=0.8)
        plt.plot(t, v_mean + v_std, "C7.", alpha=0.8)
        plt.plot(t, v_mean - v_std, "C7.", alpha=0.8)
        for j in range(n):
            i = i_mean * (1 + 0.1 * (t_max / dt) ** 0.5 * (2 * np.random.random() - 1))
            v_n[j] = v_n[j] + dt / tau * (el - v_n[j] + r * i)
    plt.show()
    return v_mean, v_var_n, v_var, v_std, v_n


v_mean, v_var_n, v_var, v_std, v_n = main()
